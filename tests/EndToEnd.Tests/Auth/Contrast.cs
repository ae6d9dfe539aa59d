namespace CleanApi.EndToEnd.Tests.Auth;

/// <summary>How well a text stands out.</summary>
public sealed class Contrast
{
    /// <summary>The text.</summary>
    public string Text { get; set; } = "";

    /// <summary>Between 1 and 21.</summary>
    public double Value { get; set; }

    /// <inheritdoc />
    public override string ToString() => $"\"{Text}\": {Value:0.00}";
}
