namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The API in Development.</summary>
public sealed class DevelopmentApi : AuthApi
{
    /// <inheritdoc />
    protected override string Environment => "Development";
}
