namespace CleanApi.EndToEnd.Tests.Support;

/// <summary>The tests that share the browser; one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Browser";
}
