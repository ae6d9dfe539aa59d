using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>What the right password counts for where a second factor has to follow it.</summary>
public sealed class RightPasswordTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    [Fact]
    [Trait("Requirement", "R238")]
    public async Task It_is_no_failure_and_clears_none_before_the_code()
    {
        const string person = "user01@acme.test";
        var (app, _) = await api.EnrolAsync(person);
        for (var i = 0; i < 8; i++)
        {
            await api.ChallengeAsync(person);
        }

        for (var i = 0; i < 5; i++)
        {
            using var wrong = await api.LoginAsync(person, "wrong");
            wrong.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
            if (i < 4)
            {
                await api.ChallengeAsync(person);
            }
        }

        using var delayed = await api.LoginAsync(person);
        delayed.StatusCode.Should().Be(HttpStatusCode.TooManyRequests, "five were wrong");
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var token = await api.ChallengeAsync(person);
        await api.ChallengeAsync(person);
        using var verified = await api.VerifyAsync(token, app.Code());
        verified.StatusCode.Should().Be(HttpStatusCode.OK);
        for (var i = 0; i < 4; i++)
        {
            using var wrong = await api.LoginAsync(person, "wrong");
            wrong.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        await api.ChallengeAsync(person);
    }
}
