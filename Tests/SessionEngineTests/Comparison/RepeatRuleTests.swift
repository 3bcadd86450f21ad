import SessionEngine
import Testing

@Suite struct RepeatRuleTests {
  @Test(
    arguments: [
      // One run cannot tell.
      ([1], [2, 3], nil),
      // Two: five times the wider range.
      ([10, 11], [17, 18], true), ([10, 11], [15, 16], false),
      // Three and four: wider than the wider range, not only apart.
      ([10, 11, 12], [15, 16, 17], true), ([10, 11, 12], [13, 14, 15], false),
      ([10, 11, 12, 12], [11, 20, 21, 22], false),
      // Five against five: apart.
      ([10, 11, 12, 13, 14], [15, 16, 17, 18, 19], true),
      ([10, 11, 12, 13, 15], [14, 16, 17, 18, 19], false),
      // Alike in every repeat, as a seed makes them.
      ([3, 3, 3], [3, 3, 3], false), ([3, 3, 3], [4, 4, 4], true),
    ] as [([Double], [Double], Bool?)])
  func tellsApartWhatChanceDoesNotMake(first: [Double], second: [Double], areApart: Bool?) {
    #expect(RepeatRule.areApart(first, second) == areApart)
    #expect(RepeatRule.areApart(second, first) == areApart)
  }

  @Test func oneStrayRunOfTenDoesNotUndoAClearDifference() {
    let first = (1...10).map(Double.init)
    let second = [5.5] + (12...20).map(Double.init)
    #expect(RepeatRule.areApart(first, second) == true)
  }

  @Test func theBetterSideFollowsTheDirection() {
    let low: [Double] = [1, 1.1, 1.2]
    let high: [Double] = [9, 9.1, 9.2]
    #expect(RepeatRule.verdict([low, high], direction: .higher) == .better(side: 1))
    #expect(RepeatRule.verdict([low, high], direction: .lower) == .better(side: 0))
    #expect(RepeatRule.verdict([low, high], direction: .neither) == .none)
    #expect(RepeatRule.verdict([low, []], direction: .lower) == .none)
    #expect(RepeatRule.verdict([low, [9]], direction: .lower) == .notRepeated)
    #expect(RepeatRule.verdict([low, high], direction: .lower, isComparable: false) == .none)
  }

  /// The tables of Mann and Whitney: 2 of 252 ways for five against five apart, and so on.
  @Test(
    arguments: [
      ([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], 2.0 / 252),
      ([1, 2, 3], [4, 5, 6], 0.1),
      ([1, 2, 3, 4, 6], [5, 7, 8, 9, 10], 4.0 / 252),
      ([1, 1, 1], [1, 1, 1], 1),
      ([1], [2], 1),
    ] as [([Double], [Double], Double)])
  func probabilitiesAreExact(first: [Double], second: [Double], probability: Double) throws {
    let found = try #require(RankTest.probability(first, second))
    #expect(abs(found - probability) < 1e-12)
  }

  /// Draws from one distribution: the rule may call a side better in about 1 % of comparisons.
  @Test(arguments: [2, 3, 4, 5, 8])
  func equalSidesAreHardlyEverCalledUnlike(repeats: Int) {
    var state: UInt64 = 88_172_645_463_325_252
    func uniform() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    func noise() -> Double { (0..<12).reduce(0) { sum, _ in sum + uniform() } - 6 }
    let rounds = repeats < 5 ? 4000 : 500
    let wrong = (0..<rounds).count { _ in
      let first = (0..<repeats).map { _ in noise() }
      let second = (0..<repeats).map { _ in noise() }
      return RepeatRule.areApart(first, second) == true
    }
    #expect(Double(wrong) / Double(rounds) < 0.02)
  }
}
