using System.Globalization;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.RateLimits;

/// <summary>The limits that hold by default, counted in PostgreSQL.</summary>
public sealed class RateLimitTests(RateLimitedApi api) : IClassFixture<RateLimitedApi>
{
    [Fact]
    [Trait("Requirement", "R9")]
    [Trait("Requirement", "R157")]
    public async Task Of_requests_to_the_API_a_person_has_100_a_minute()
    {
        using var person = await api.PersonAsync();
        (await 100.TimesAsync(person.ApiAsync)).Should().OnlyContain(answer => answer.Status == 200);
        (await person.ApiAsync()).ShouldBeError(429, "RATE_LIMIT_EXCEEDED");
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        (await person.ApiAsync()).Status.Should().Be(200);
    }

    [Fact]
    [Trait("Requirement", "R9")]
    [Trait("Requirement", "R158")]
    public async Task Of_attempts_to_sign_in_a_network_has_10_a_minute()
    {
        using var stranger = api.Stranger();
        (await 10.TimesAsync(stranger.AuthAsync)).Should().OnlyContain(answer => answer.Status == 422);
        (await stranger.AuthAsync()).ShouldBeError(429, "RATE_LIMIT_EXCEEDED");
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        (await stranger.AuthAsync()).Status.Should().Be(422);
    }

    [Fact]
    [Trait("Requirement", "R159")]
    public async Task Of_expensive_requests_there_are_5_an_hour()
    {
        using var stranger = api.Stranger();
        (await 5.TimesAsync(stranger.ExpensiveAsync)).Should().OnlyContain(answer => answer.Status == 202);
        api.Clock.Advance(TimeSpan.FromMinutes(59));
        (await stranger.ExpensiveAsync()).ShouldBeError(429, "RATE_LIMIT_EXCEEDED");
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        (await stranger.ExpensiveAsync()).Status.Should().Be(202);
    }

    [Theory]
    [Trait("Requirement", "R159")]
    [InlineData("{}", "application/json", 422)]
    [InlineData("{", "application/json", 400)]
    [InlineData("email=a@b.test", "application/x-www-form-urlencoded", 415)]
    public async Task What_is_refused_for_its_body_is_a_request_and_no_expensive_one(string body, string type, int status)
    {
        using var stranger = api.Stranger();
        var refused = await 6.TimesAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/forgot-password") { Content = new StringContent(body, System.Text.Encoding.UTF8, type) };
            return await stranger.AnswerAsync(request);
        });
        refused.Should().OnlyContain(answer => answer.Status == status);
        refused[^1].Header("RateLimit").Should().StartWith("\"api\";r=94;").And.Contain("\"expensive\";r=5;");

        (await 5.TimesAsync(stranger.ExpensiveAsync)).Should().OnlyContain(answer => answer.Status == 202);

        (await stranger.ExpensiveAsync()).IsRefused().Should().BeTrue();
    }

    [Fact]
    [Trait("Requirement", "R166")]
    public async Task A_burst_at_the_end_of_a_minute_leaves_nothing_for_the_beginning_of_the_next()
    {
        using var person = await api.PersonAsync();
        var now = api.Clock.GetUtcNow();
        api.Clock.Advance(TimeSpan.FromSeconds(119 - now.Second) - TimeSpan.FromMilliseconds(now.Millisecond));
        (await 100.TimesAsync(person.ApiAsync)).Should().OnlyContain(answer => answer.Status == 200);
        api.Clock.Advance(TimeSpan.FromSeconds(2));
        (await person.ApiAsync()).IsRefused().Should().BeTrue();
    }

    [Fact]
    [Trait("Requirement", "R160")]
    public async Task Policies_are_counted_apart()
    {
        using var stranger = api.Stranger();
        (await 11.TimesAsync(stranger.AuthAsync))[^1].IsRefused().Should().BeTrue();
        (await 6.TimesAsync(stranger.ExpensiveAsync)).Count(answer => answer.IsRefused()).Should().Be(1);
        (await stranger.ApiAsync()).Status.Should().Be(401);
        (await stranger.AuthAsync()).IsRefused().Should().BeTrue();
    }

    [Fact]
    [Trait("Requirement", "R160")]
    public async Task Whoever_has_used_up_the_API_can_still_sign_in()
    {
        using var stranger = api.Stranger();
        (await 101.TimesAsync(stranger.ApiAsync))[^1].IsRefused().Should().BeTrue();
        (await stranger.AuthAsync()).Status.Should().Be(422);
    }

    [Fact]
    [Trait("Requirement", "R161")]
    public async Task Principals_are_counted_apart_and_a_person_as_themselves_wherever_they_are()
    {
        var network = api.NextNetwork();
        using var one = await api.PersonAsync(network);
        using var other = await api.PersonAsync(network);
        using var elsewhere = api.Stranger();
        elsewhere.DefaultRequestHeaders.Authorization = one.DefaultRequestHeaders.Authorization;
        (await 60.TimesAsync(one.ApiAsync)).Should().OnlyContain(answer => answer.Status == 200);
        (await 41.TimesAsync(elsewhere.ApiAsync)).Count(answer => answer.IsRefused()).Should().Be(1);
        (await other.ApiAsync()).Header("X-RateLimit-Remaining").Should().Be("99");
        using var stranger = api.Stranger(network);
        (await stranger.ApiAsync()).Header("X-RateLimit-Remaining").Should().Be("99");
    }

    [Fact]
    [Trait("Requirement", "R161")]
    public async Task Nobody_becomes_somebody_else_by_a_header()
    {
        using var stranger = api.Stranger();
        await 11.TimesAsync(stranger.AuthAsync);
        foreach (var (name, value) in new[] { ("X-User-Id", "usr_01h455vb4pex5vsknk084sn02q"), ("X-Forwarded-For", "203.0.113.9"), ("Authorization", "Bearer nobody's") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/login") { Content = Calls.Content("{}"u8.ToArray()) };
            (await stranger.AnswerAsync(request.With((name, value)))).IsRefused().Should().BeTrue(name);
        }
    }

    [Fact]
    [Trait("Requirement", "R163")]
    public async Task A_refusal_says_how_long_to_wait_and_whoever_waits_is_admitted()
    {
        using var stranger = api.Stranger();
        await 10.TimesAsync(stranger.AuthAsync);
        api.Clock.Advance(TimeSpan.FromSeconds(20));
        var wait = int.Parse((await stranger.AuthAsync()).Header("Retry-After")!, CultureInfo.InvariantCulture);
        wait.Should().Be(40);
        api.Clock.Advance(TimeSpan.FromSeconds(wait - 1));
        (await stranger.AuthAsync()).Header("Retry-After").Should().Be("1");
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        (await stranger.AuthAsync()).Status.Should().Be(422);
    }

    [Fact]
    [Trait("Requirement", "R165")]
    public async Task Two_instances_count_together()
    {
        var another = api.StartAnother(new Dictionary<string, string> { ["RateLimiting:Enabled"] = "true" });
        var network = api.NextNetwork();
        using var here = api.Stranger(network);
        using var there = api.Stranger(network, another.ClientOptions.BaseAddress);
        (await 6.TimesAsync(here.AuthAsync)).Concat(await 4.TimesAsync(there.AuthAsync)).Should().OnlyContain(answer => answer.Status == 422);
        (await here.AuthAsync()).IsRefused().Should().BeTrue();
        (await there.AuthAsync()).IsRefused().Should().BeTrue();
    }

    [Fact]
    [Trait("Requirement", "R165")]
    public async Task While_requests_cannot_be_counted_nobody_signs_in_and_each_instance_counts_the_rest_for_itself()
    {
        using var person = await api.PersonAsync();
        using var stranger = api.Stranger();
        await api.ExecuteAsync("alter table app.rate_limits rename to rate_limits_gone");
        try
        {
            foreach (var answer in (await 4.TimesAsync(stranger.AuthAsync)).Append(await stranger.ExpensiveAsync()))
            {
                answer.ShouldBeError(503, "SERVICE_UNAVAILABLE");
                answer.Header("Retry-After").Should().Be("2");
            }

            var answers = await 101.TimesAsync(person.ApiAsync);
            answers.Take(100).Should().OnlyContain(answer => answer.Status == 200);
            answers[^1].IsRefused().Should().BeTrue();
        }
        finally
        {
            await api.ExecuteAsync("alter table app.rate_limits_gone rename to rate_limits");
        }

        api.Clock.Advance(TimeSpan.FromSeconds(2));
        (await stranger.AuthAsync()).Status.Should().Be(422);
    }
}
