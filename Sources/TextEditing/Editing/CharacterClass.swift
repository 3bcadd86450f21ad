/// What a character is to movement by words.
enum CharacterClass {
  case blank
  case word
  case punctuation

  init(_ character: Character) {
    if character.isWhitespace {
      self = .blank
    } else if character.isLetter || character.isNumber || character == "_" {
      self = .word
    } else {
      self = .punctuation
    }
  }
}
