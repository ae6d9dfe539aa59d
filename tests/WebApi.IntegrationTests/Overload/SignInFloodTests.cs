using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Overload;

/// <summary>One network signs in more often than the program can verify passwords.</summary>
[Trait("Requirement", "R66")]
public sealed class SignInFloodTests(SignInFloodApi api) : IClassFixture<SignInFloodApi>
{
    private const int Flood = 150;

    [Fact]
    public async Task Those_who_flood_are_refused_and_those_who_sign_in_elsewhere_are_not()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        using var anonymous = api.Anonymous;
        api.Gate.Reset();
        var flood = Enumerable.Range(0, Flood).Select(number => SignInAsync(anonymous, $"nobody{number}@acme.test", "203.0.113.66")).ToList();
        await Probe.UntilAsync("the network's part of the queue is full", () => flood.Any(one => one.IsCompleted));

        var honest = Enumerable.Range(10, 12).Select(number => SignInAsync(anonymous, $"user{number}@acme.test", $"198.51.100.{number}")).ToList();
        // Those who are signed in already notice nothing.
        (await member.AnswerAsync("GET", "/api/v1/users")).Status.Should().Be(200);
        api.Gate.Set();

        (await Task.WhenAll(honest)).Should().OnlyContain(answer => answer.Status == 200);
        var refused = (await Task.WhenAll(flood)).Where(answer => answer.Status != 401).ToList();
        refused.Should().NotBeEmpty();
        refused.ForEach(answer => answer.ShouldBeError(503, "SERVICE_UNAVAILABLE"));
    }

    private static Task<Answer> SignInAsync(HttpClient client, string email, string network) => client.AnswerAsync(
        "POST", "/api/auth/login", $$"""{"email":"{{email}}","password":"{{ApiFixture.Password}}"}""", ("X-Forwarded-For", network));
}
