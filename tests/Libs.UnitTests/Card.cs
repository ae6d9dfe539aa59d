using Mapster;

namespace CleanApi.Libs.UnitTests;

/// <summary>The source of the mappings under test; it declares two of them itself.</summary>
[AdaptTo(typeof(CardView), MapToConstructor = true)]
[AdaptTwoWays(typeof(CardCopy), IgnoreNullValues = true)]
public sealed class Card
{
    public string? Title { get; set; }

    [AdaptIgnore]
    public string? Secret { get; set; }

    [AdaptMember("Shade")]
    public Colour Colour { get; set; }

    public Access Access { get; set; }

    public IEnumerable<int> Numbers { get; set; } = [];
}
