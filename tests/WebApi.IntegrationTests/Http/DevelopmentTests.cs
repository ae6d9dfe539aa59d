namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>What differs in Development.</summary>
public sealed class DevelopmentTests(FailingDevelopmentApi api) : IClassFixture<FailingDevelopmentApi>
{
    [Fact]
    [Trait("Requirement", "R141")]
    public async Task An_unexpected_error_exposes_its_message_but_no_stack_trace()
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
    public async Task Strict_Transport_Security_is_not_sent(string path)
    {
        using var client = api.Anonymous;
        (await client.AnswerAsync("GET", path)).Header("Strict-Transport-Security").Should().BeNull();
    }
}
