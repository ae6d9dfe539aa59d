namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The API as a developer runs it.</summary>
public sealed class DevelopmentApi : AuthApi
{
    /// <inheritdoc />
    protected override string Environment => "Development";
}
