namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The API where a query is slow from a hundredth of a second on.</summary>
public sealed class SlowQueryApi : ApiFixture
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Database:SlowQueryMilliseconds"] = "10" };
}
