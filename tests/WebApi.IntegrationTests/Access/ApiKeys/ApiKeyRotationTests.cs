using System.Net;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class ApiKeyRotationTests(ApiKeysApi api) : IClassFixture<ApiKeysApi>
{
    [Fact]
    public async Task Both_keys_are_valid_until_the_grace_period_ends()
    {
        var person = await api.AddAsync();
        var (path, key) = await api.CreateAsync(person.Email, new { name = "Import", scopes = new[] { "posts:read" }, mode = "test", rateLimitPerMinute = 1000 });
        (await api.IsValidAsync(key)).Should().BeTrue();
        var rotated = (await api.SendAsync(person.Email, "POST", path + "/rotate", new { gracePeriodSeconds = 3600 })).Expect(HttpStatusCode.Created);
        var successor = rotated.Text("data.attributes.key")!;
        successor.Should().StartWith("sk_test_").And.NotBe(key);
        rotated.Headers["Cache-Control"].Should().Be("no-store");
        rotated.Body.At("data.attributes.scopes").GetArrayLength().Should().Be(1);
        rotated.Body.At("data.attributes.rateLimitPerMinute").GetInt32().Should().Be(1000);
        (await api.GetAsync(person.Email, path)).Text("data.attributes.replacedBy").Should().Be(rotated.Text("data.id"));
        path.Should().EndWith(rotated.Text("data.attributes.replaces"));

        (await api.IsValidAsync(key)).Should().BeTrue();
        (await api.IsValidAsync(successor)).Should().BeTrue();
        await api.LaterAsync(TimeSpan.FromMinutes(61), async () =>
        {
            await api.ExpectInvalidAsync(key);
            (await api.IsValidAsync(successor)).Should().BeTrue();
        });
    }

    [Fact]
    public async Task Without_a_body_the_grace_period_is_a_day()
    {
        var person = await api.AddAsync();
        var (path, _) = await api.CreateAsync(person.Email);
        (await api.SendAsync(person.Email, "POST", path + "/rotate")).Expect(HttpStatusCode.Created);
        (await api.GetAsync(person.Email, path)).Body.At("data.attributes.expiresAt").GetDateTimeOffset()
            .Should().BeCloseTo(api.Clock.GetUtcNow().AddDays(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Without_a_grace_period_the_old_key_is_revoked_immediately()
    {
        var person = await api.AddAsync();
        var (path, key) = await api.CreateAsync(person.Email);
        (await api.IsValidAsync(key)).Should().BeTrue();
        (await api.SendAsync(person.Email, "POST", path + "/rotate", new { gracePeriodSeconds = 0 })).Expect(HttpStatusCode.Created);
        await api.ExpectInvalidAsync(key);
    }

    [Fact]
    public async Task A_key_has_one_successor()
    {
        var person = await api.AddAsync();
        var (path, _) = await api.CreateAsync(person.Email);
        var token = await api.TokenAsync(person.Email);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => api.SendWithTokenAsync(token, "POST", path + "/rotate")));
        answers.Count(answer => answer.Status == HttpStatusCode.Created).Should().Be(1);
        answers.Where(answer => answer.Status != HttpStatusCode.Created).Should().OnlyContain(answer => answer.Status == HttpStatusCode.Conflict);
        (await api.SendAsync(person.Email, "DELETE", path)).Expect(HttpStatusCode.NoContent);
        (await api.SendAsync(person.Email, "POST", path + "/rotate")).Expect(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Revoking_a_key_ends_those_that_it_has_replaced_and_not_the_one_that_replaces_it()
    {
        var person = await api.AddAsync();
        var (path, first) = await api.CreateAsync(person.Email);
        var second = (await api.SendAsync(person.Email, "POST", path + "/rotate")).Expect(HttpStatusCode.Created);
        var third = (await api.SendAsync(person.Email, "POST", $"/api/v1/api-keys/{second.Text("data.id")}/rotate")).Expect(HttpStatusCode.Created);
        var fourth = (await api.SendAsync(person.Email, "POST", $"/api/v1/api-keys/{third.Text("data.id")}/rotate")).Expect(HttpStatusCode.Created);

        (await api.SendAsync(person.Email, "DELETE", $"/api/v1/api-keys/{third.Text("data.id")}")).Expect(HttpStatusCode.NoContent);

        foreach (var key in new[] { first, second.Text("data.attributes.key")!, third.Text("data.attributes.key")! })
        {
            await api.ExpectInvalidAsync(key);
        }

        (await api.IsValidAsync(fourth.Text("data.attributes.key")!)).Should().BeTrue();
        var ids = string.Join(',', new[] { path.Split('/')[^1], second.Text("data.id")!, third.Text("data.id")! }.Select(id => $"'{id}'"));
        (await api.ScalarAsync<long>($"select count(*) from auditing.audit_logs where action = 'api_key.revoked' and target_id in ({ids})")).Should().Be(3);
    }

    [Fact]
    public async Task Only_its_owner_rotates_a_key()
    {
        var (path, key) = await api.CreateAsync((await api.AddAsync()).Email);
        (await api.SendAsync(ApiFixture.Admin, "POST", path + "/rotate")).ExpectError(
            HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "Only its owner can rotate a key");
        (await api.IsValidAsync(key)).Should().BeTrue();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(604_801)]
    public async Task A_grace_period_is_a_week_at_most(int gracePeriodSeconds)
    {
        var (path, _) = await api.CreateAsync(ApiFixture.Member);
        (await api.SendAsync(ApiFixture.Member, "POST", path + "/rotate", new { gracePeriodSeconds })).Expect(HttpStatusCode.UnprocessableEntity)
            .FieldErrors.Should().Equal("gracePeriodSeconds OUT_OF_RANGE");
    }
}
