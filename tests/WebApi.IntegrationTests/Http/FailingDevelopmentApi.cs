namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The same in Development.</summary>
public sealed class FailingDevelopmentApi : FailingApi
{
    /// <inheritdoc />
    protected override string Environment => "Development";
}
