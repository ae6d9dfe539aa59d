namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class DevelopmentCookieTests(DevelopmentApi api) : IClassFixture<DevelopmentApi>
{
    [Fact]
    [Trait("Requirement", "R107")]
    public async Task Over_plain_http_cookies_are_not_secure_outside_production()
    {
        using var response = await api.LoginAsync();
        AuthApi.Attributes(response, "access_token").Should().Be("httponly; max-age=900; path=/; samesite=lax");
        AuthApi.Attributes(response, "refresh_token").Should().Be("httponly; max-age=604800; path=/api/auth/refresh; samesite=lax");
    }
}
