namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The same on a developer's machine.</summary>
public sealed class FailingDevelopmentApi : FailingApi
{
    /// <inheritdoc />
    protected override string Environment => "Development";
}
