// The smallest Ink program: what a first frame costs at least.
import { render, Text } from 'ink';

render(<Text>hello, frame</Text>);
