// Stands where a bundle needs nothing.
export default {};
