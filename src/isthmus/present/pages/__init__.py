"""What each page says, as a frozen value and the function that makes it; how it looks is the web's matter."""
