using CleanApi.WebApi.Json;

namespace CleanApi.WebApi.UnitTests.Json;

public sealed class ShownNameTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(100, "")]
    [InlineData(98, "😀")]
    public void A_name_of_at_most_100_characters_is_whole(int count, string end) =>
        ShownName.Of(new string('a', count) + end).Should().Be(new string('a', count) + end);

    [Theory]
    [InlineData(101, "", 100)]
    [InlineData(5000, "", 100)]
    [InlineData(99, "😀", 99)]
    [InlineData(99, "😀b", 99)]
    public void A_longer_one_is_cut_between_characters(int count, string end, int kept) =>
        ShownName.Of(new string('a', count) + end).Should().Be(new string('a', kept) + "…");
}
