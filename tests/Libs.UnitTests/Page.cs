namespace CleanApi.Libs.UnitTests;

public sealed class Page
{
    public string? HTMLTitle { get; set; }
}
