namespace CleanApi.WebApi.IntegrationTests.Overload;

/// <summary>The API that takes four seconds for a request, of which the first needs some, and a minute for a statement.</summary>
public sealed class HurriedApi : ApiFixture
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Overload:RequestTimeoutSeconds"] = "4",
        ["Database:LockTimeoutSeconds"] = "60",
        ["Database:StatementTimeoutSeconds"] = "60",
    };
}
