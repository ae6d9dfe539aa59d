namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>What differs on a developer's machine.</summary>
public sealed class DevelopmentTests(FailingDevelopmentApi api) : IClassFixture<FailingDevelopmentApi>
{
    [Fact]
    [Trait("Requirement", "R141")]
    public async Task An_unexpected_error_says_its_message_and_still_no_stack()
    {
        using var client = api.Anonymous;
        var answer = await client.AnswerAsync("GET", $"{FailuresController.Path}/unexpected");
        answer.ShouldBeError(500, "INTERNAL_ERROR").Text("message").Should().Contain(Failures.Secret);
        answer.Body.Should().NotContain(nameof(FailuresController)).And.NotContain("   at ");
    }

    [Theory]
    [Trait("Requirement", "R220")]
    [InlineData("/api/v1/me")]
    [InlineData("/health/live")]
    [InlineData("/docs/errors")]
    [InlineData("/nowhere")]
    public async Task Browsers_are_not_told_to_insist_on_TLS(string path)
    {
        using var client = api.Anonymous;
        (await client.AnswerAsync("GET", path)).Header("Strict-Transport-Security").Should().BeNull();
    }
}
