extension String {
  /// Without white space at both ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace)).trimmedAtEnd
  }

  /// Without white space at the end.
  var trimmedAtEnd: String {
    var result = Substring(self)
    while let last = result.last, last.isWhitespace { result.removeLast() }
    return String(result)
  }
}
