/**
 * What the specification of IMS QTI 2.1 (Information Model) says of items and tests, and IMS Content Packaging 1.1 of
 * manifests, as far as we write them. The schemas of IMS itself say the same of all else, too.
 */

const kinds = (name: string, ...values: readonly string[]): string =>
  `<xs:simpleType name="${name}"><xs:restriction base="xs:string">${values
    .map((value) => `<xs:enumeration value="${value}"/>`)
    .join('')}</xs:restriction></xs:simpleType>`;

const schema = (namespace: string, body: string): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${namespace}" targetNamespace="${namespace}" elementFormDefault="qualified">${body}</xs:schema>`;

/** What stands in a body; an `a` needs its address. */
const prose = `
<xs:complexType name="blocks"><xs:group ref="block" minOccurs="0" maxOccurs="unbounded"/></xs:complexType>
<xs:group name="block"><xs:choice>
  <xs:element name="p" type="inline"/><xs:element name="pre" type="inline"/><xs:element name="hr"/>
  <xs:element name="blockquote" type="blocks"/>
  <xs:element name="ul" type="list"/><xs:element name="ol" type="list"/>
  <xs:element name="table"><xs:complexType><xs:sequence>
    <xs:element name="thead" type="rows"/><xs:element name="tbody" type="rows"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:choice></xs:group>
<xs:group name="span"><xs:choice>
  <xs:element name="strong" type="inline"/><xs:element name="em" type="inline"/><xs:element name="code" type="inline"/>
  <xs:element name="br"/>
  <xs:element name="a"><xs:complexType mixed="true"><xs:complexContent><xs:extension base="inline">
    <xs:attribute name="href" type="xs:anyURI" use="required"/></xs:extension></xs:complexContent></xs:complexType></xs:element>
  <xs:element name="textEntryInteraction"><xs:complexType>
    <xs:attribute name="responseIdentifier" type="xs:NCName" use="required"/>
    <xs:attribute name="expectedLength" type="xs:positiveInteger"/></xs:complexType></xs:element>
</xs:choice></xs:group>
<xs:complexType name="inline" mixed="true"><xs:group ref="span" minOccurs="0" maxOccurs="unbounded"/></xs:complexType>
<xs:complexType name="list"><xs:sequence><xs:element name="li" maxOccurs="unbounded"><xs:complexType mixed="true">
  <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:group ref="span"/><xs:group ref="block"/></xs:choice>
</xs:complexType></xs:element></xs:sequence></xs:complexType>
<xs:complexType name="rows"><xs:sequence><xs:element name="tr" maxOccurs="unbounded"><xs:complexType>
  <xs:choice maxOccurs="unbounded"><xs:element name="th" type="inline"/><xs:element name="td" type="inline"/></xs:choice>
</xs:complexType></xs:element></xs:sequence></xs:complexType>`;

const qtiTypes = `
${kinds('cardinality', 'single', 'multiple', 'ordered')}${kinds('baseType', 'identifier', 'float', 'string')}
<xs:complexType name="values"><xs:sequence><xs:element name="value" type="xs:string" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
<xs:complexType name="named"><xs:attribute name="identifier" type="xs:NCName" use="required"/></xs:complexType>
<xs:group name="expression"><xs:choice>
  <xs:element name="variable" type="named"/><xs:element name="correct" type="named"/><xs:element name="mapResponse" type="named"/>
  <xs:element name="baseValue"><xs:complexType><xs:simpleContent><xs:extension base="xs:string">
    <xs:attribute name="baseType" type="baseType" use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
  <xs:element name="match" type="two"/><xs:element name="gte" type="two"/><xs:element name="lte" type="two"/>
  <xs:element name="and" type="some"/><xs:element name="multiple" type="some"/>
</xs:choice></xs:group>
<xs:complexType name="two"><xs:sequence><xs:group ref="expression" minOccurs="2" maxOccurs="2"/></xs:sequence></xs:complexType>
<xs:complexType name="some"><xs:sequence><xs:group ref="expression" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
<xs:complexType name="setOutcomeValue"><xs:complexContent><xs:extension base="named">
  <xs:sequence><xs:group ref="expression"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="simpleChoices"><xs:sequence><xs:element name="simpleChoice" maxOccurs="unbounded"><xs:complexType>
    <xs:complexContent><xs:extension base="blocks"><xs:attribute name="identifier" type="xs:NCName" use="required"/></xs:extension></xs:complexContent>
  </xs:complexType></xs:element></xs:sequence>
  <xs:attribute name="responseIdentifier" type="xs:NCName" use="required"/>
  <xs:attribute name="shuffle" type="xs:boolean"/><xs:attribute name="maxChoices" type="xs:nonNegativeInteger"/></xs:complexType>`;

const root = `<xs:attribute name="identifier" type="xs:string" use="required"/><xs:attribute name="title" type="xs:string" use="required"/>`;

const item = `<xs:element name="assessmentItem"><xs:complexType><xs:sequence>
  <xs:element name="responseDeclaration"><xs:complexType><xs:sequence>
    <xs:element name="correctResponse" type="values"/>
    <xs:element name="mapping" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="mapEntry" maxOccurs="unbounded"><xs:complexType>
        <xs:attribute name="mapKey" type="xs:string" use="required"/><xs:attribute name="mappedValue" type="xs:double" use="required"/>
        <xs:attribute name="caseSensitive" type="xs:boolean"/></xs:complexType></xs:element>
    </xs:sequence><xs:attribute name="defaultValue" type="xs:double"/></xs:complexType></xs:element>
  </xs:sequence><xs:attribute name="identifier" type="xs:NCName" use="required"/>
    <xs:attribute name="cardinality" type="cardinality" use="required"/><xs:attribute name="baseType" type="baseType"/></xs:complexType></xs:element>
  <xs:element name="outcomeDeclaration" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="defaultValue" type="values" minOccurs="0"/></xs:sequence>
    <xs:attribute name="identifier" type="xs:NCName" use="required"/>
    <xs:attribute name="cardinality" type="cardinality" use="required"/><xs:attribute name="baseType" type="baseType"/></xs:complexType></xs:element>
  <xs:element name="itemBody"><xs:complexType><xs:choice maxOccurs="unbounded"><xs:group ref="block"/>
    <xs:element name="choiceInteraction" type="simpleChoices"/><xs:element name="orderInteraction" type="simpleChoices"/></xs:choice></xs:complexType></xs:element>
  <xs:element name="responseProcessing"><xs:complexType><xs:choice maxOccurs="unbounded">
    <xs:element name="responseCondition"><xs:complexType><xs:sequence><xs:element name="responseIf"><xs:complexType><xs:sequence>
      <xs:group ref="expression"/><xs:element name="setOutcomeValue" type="setOutcomeValue" maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
    <xs:element name="setOutcomeValue" type="setOutcomeValue"/>
  </xs:choice></xs:complexType></xs:element>
  <xs:element name="modalFeedback" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:complexContent><xs:extension base="blocks">
    <xs:attribute name="outcomeIdentifier" type="xs:NCName" use="required"/><xs:attribute name="identifier" type="xs:NCName" use="required"/>
    <xs:attribute name="showHide" use="required" type="xs:string"/></xs:extension></xs:complexContent></xs:complexType></xs:element>
</xs:sequence>${root}<xs:attribute name="adaptive" type="xs:boolean" use="required"/><xs:attribute name="timeDependent" type="xs:boolean" use="required"/>
<xs:anyAttribute namespace="##other" processContents="skip"/></xs:complexType></xs:element>`;

const test = `<xs:element name="assessmentTest"><xs:complexType><xs:sequence><xs:element name="testPart"><xs:complexType><xs:sequence>
  <xs:element name="assessmentSection"><xs:complexType><xs:sequence>
    <xs:element name="assessmentItemRef" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:attribute name="identifier" type="xs:NCName" use="required"/><xs:attribute name="href" type="xs:anyURI" use="required"/>
    </xs:complexType></xs:element></xs:sequence>${root}<xs:attribute name="visible" type="xs:boolean" use="required"/></xs:complexType></xs:element>
</xs:sequence><xs:attribute name="identifier" type="xs:NCName" use="required"/>
<xs:attribute name="navigationMode" use="required" type="xs:string"/><xs:attribute name="submissionMode" use="required" type="xs:string"/></xs:complexType></xs:element>
</xs:sequence>${root}<xs:anyAttribute namespace="##other" processContents="skip"/></xs:complexType></xs:element>`;

export const qtiSchema = schema(
  'http://www.imsglobal.org/xsd/imsqti_v2p1',
  `${prose}${qtiTypes}${item}${test}`,
);

export const manifestSchema = schema(
  'http://www.imsglobal.org/xsd/imscp_v1p1',
  `<xs:element name="manifest"><xs:complexType><xs:sequence>
  <xs:element name="metadata"><xs:complexType><xs:sequence>
    <xs:element name="schema" type="xs:string" fixed="QTIv2.1 Package"/><xs:element name="schemaversion" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="organizations"><xs:complexType/></xs:element>
  <xs:element name="resources"><xs:complexType><xs:sequence><xs:element name="resource" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="file" maxOccurs="unbounded"><xs:complexType><xs:attribute name="href" type="xs:anyURI" use="required"/></xs:complexType></xs:element>
    <xs:element name="dependency" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:attribute name="identifierref" type="xs:IDREF" use="required"/></xs:complexType></xs:element>
  </xs:sequence><xs:attribute name="identifier" type="xs:ID" use="required"/><xs:attribute name="type" type="xs:string" use="required"/>
  <xs:attribute name="href" type="xs:anyURI"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
</xs:sequence><xs:attribute name="identifier" type="xs:ID" use="required"/></xs:complexType></xs:element>`,
);
