namespace CleanApi.Libs.UnitTests;

/// <summary>What handlers and behaviours have done, in order.</summary>
public sealed class Journal
{
    public IList<string> Entries { get; } = [];
}
