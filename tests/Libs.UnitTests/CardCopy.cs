using Mapster;

namespace CleanApi.Libs.UnitTests;

public sealed class CardCopy
{
    public string? Title { get; set; }

    public string? Secret { get; set; }

    public string? Shade { get; set; }

    public string? Access { get; set; }

    [UseDestinationValue]
    public ICollection<int> Numbers { get; } = [];
}
