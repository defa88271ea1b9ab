// Stands in for React's developer tools and their web socket, which the program never opens.
export default {};
