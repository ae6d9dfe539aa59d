using System.Net;
using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Activities;

/// <summary>What a dashboard shows of an organization.</summary>
[Trait("Requirement", "R6")]
public sealed class GetActivityTests(ActivityApi api) : IClassFixture<ActivityApi>
{
    [Fact]
    public async Task What_people_do_is_counted_by_day_and_by_member()
    {
        var before = await api.ReadAsync(ApiFixture.Admin);
        var person = await api.AddAsync(name: "Counted Person");
        await api.PostAsync(person.Email);
        await api.PostAsync(person.Email, "PUBLISHED");
        var invited = (await api.SendAsync(ApiFixture.Admin, "POST", "/api/v1/invitations", new { email = UsersApi.NewEmail(), role = "VIEWER" })).Expect(HttpStatusCode.Created);
        (await api.SendAsync(ApiFixture.Admin, "POST", $"/api/v1/invitations/{invited.Text("data.id")}/resend")).Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Accepted);

        var after = await api.ReadAsync(ApiFixture.Admin);

        (Total(after, "signIns") - Total(before, "signIns"), Total(after, "activePeople") - Total(before, "activePeople"),
            Total(after, "posts") - Total(before, "posts"), Total(after, "invitations") - Total(before, "invitations")).Should().Be((1, 1, 2, 1));
        foreach (var kind in new[] { "signIns", "posts", "invitations" })
        {
            Buckets(after).Sum(bucket => bucket.At(kind).GetInt64()).Should().Be(Total(after, kind));
        }

        Buckets(after).Should().HaveCount(30).And.OnlyContain(bucket => bucket.At("end").GetDateTimeOffset() - bucket.At("start").GetDateTimeOffset() == TimeSpan.FromDays(1));
        var member = Member(after, person.Id)!.Value;
        // Signed in, created two posts, and published one of them.
        member.GetRawText().Should().Be($$"""{"userId":"{{person.Id}}","name":"Counted Person","signIns":1,"posts":2,"invitations":0,"actions":4}""");
        Member(after, await api.UserIdAsync(ApiFixture.Admin))!.Value.At("invitations").GetInt64().Should().BePositive();
        (after.Text("data.type"), after.Text("data.attributes.interval"), after.Text("data.attributes.tz")).Should().Be(("activity", "day", "UTC"));
    }

    [Fact]
    public async Task Days_are_those_of_the_time_zone_also_when_clocks_change_and_empty_ones_are_there()
    {
        foreach (var quarter in new[] { "2026-03-28T22:45Z", "2026-03-28T23:00Z", "2026-03-29T21:45Z", "2026-03-29T22:00Z", "2026-04-06T18:15Z" })
        {
            await api.SeedAsync(ApiFixture.OtherAdmin, quarter);
        }

        var berlin = await api.ReadAsync(ApiFixture.OtherAdmin, "?from=2026-03-27&to=2026-03-31&tz=Europe/Berlin");
        Buckets(berlin).Select(bucket => $"{bucket.Text("date")} {bucket.Text("start")} {bucket.At("signIns")} {bucket.At("activePeople")}").Should().Equal(
            "2026-03-27 2026-03-26T23:00:00.000Z 0 0",
            "2026-03-28 2026-03-27T23:00:00.000Z 1 1",
            "2026-03-29 2026-03-28T23:00:00.000Z 2 1",
            "2026-03-30 2026-03-29T22:00:00.000Z 1 1",
            "2026-03-31 2026-03-30T22:00:00.000Z 0 0");
        (Total(berlin, "signIns"), Total(berlin, "activePeople")).Should().Be((4, 1), "who was active on several days is one person");

        (await DaysAsync("?from=2026-03-28&to=2026-03-30")).Should().Be("2026-03-28:2 2026-03-29:2 2026-03-30:0");
        (await DaysAsync("?from=2026-04-06&to=2026-04-07&tz=Asia/Kathmandu")).Should().Be("2026-04-06:0 2026-04-07:1");
        (await DaysAsync("?from=2026-03-27&to=2026-04-07&tz=Europe/Berlin&interval=week")).Should().Be("2026-03-27:3 2026-03-30:1 2026-04-06:1");
        (await DaysAsync("?from=2026-03-01&to=2026-04-30&tz=Europe/Berlin&interval=month")).Should().Be("2026-03-01:4 2026-04-01:1");
        (await DaysAsync("?from=2026-03-28T23:00:00Z&to=2026-03-29T22:00:00Z&tz=Europe/Berlin")).Should().Be("2026-03-29:2");
    }

    [Fact]
    [Trait("Requirement", "R8")]
    public async Task Only_administrators_read_who_did_what()
    {
        foreach (var (email, tells) in new[] { (ApiFixture.Admin, true), (ApiFixture.Member, false), (ApiFixture.Viewer, false) })
        {
            var attributes = (await api.ReadAsync(email)).Body.At("data.attributes");
            attributes.At("signIns").GetInt64().Should().BePositive();
            (attributes.At("members").ValueKind, attributes.At("memberCount").ValueKind)
                .Should().Be(tells ? (JsonValueKind.Array, JsonValueKind.Number) : (JsonValueKind.Null, JsonValueKind.Null), email);
        }
    }

    [Fact]
    [Trait("Requirement", "R7")]
    public async Task Nobody_counts_in_another_organization()
    {
        await api.SeedAsync(ApiFixture.Admin, "2025-01-01T00:00Z", 7);

        Total(await api.ReadAsync(ApiFixture.Admin, "?from=2025-01-01&to=2025-01-02"), "signIns").Should().Be(7);
        var other = await api.ReadAsync(ApiFixture.OtherAdmin, "?from=2025-01-01&to=2025-01-02");
        (Total(other, "signIns"), other.Body.At("data.attributes.members").GetArrayLength()).Should().Be((0, 0));
    }

    [Fact]
    [Trait("Requirement", "R13")]
    public async Task Who_was_deleted_counts_on_without_a_name()
    {
        var person = await api.AddAsync();
        await api.PostAsync(person.Email);
        var before = await api.ReadAsync(ApiFixture.Admin);
        (await api.SendWithTokenAsync(await api.SignInAsync(ApiFixture.Admin), "DELETE", person.Path)).Expect(HttpStatusCode.NoContent);

        var after = await api.ReadAsync(ApiFixture.Admin);

        Total(after, "posts").Should().Be(Total(before, "posts"));
        var member = Member(after, person.Id)!.Value;
        (member.At("name").ValueKind, member.At("posts").GetInt64()).Should().Be((JsonValueKind.Null, 1));
    }

    [Fact]
    public async Task The_same_counts_are_not_sent_again()
    {
        const string Query = "?from=2024-05-01&to=2024-05-31";
        await api.SeedAsync(ApiFixture.Admin, "2024-05-05T10:15Z");
        var tag = (await api.ReadAsync(ApiFixture.Admin, Query)).Headers["ETag"];
        using var client = await api.ClientAsync(ApiFixture.Admin);
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-None-Match", tag);

        (await client.GetAsync(ActivityApi.Activity + Query)).StatusCode.Should().Be(HttpStatusCode.NotModified);
        await api.SeedAsync(ApiFixture.Admin, "2024-05-05T10:30Z");
        (await client.GetAsync(ActivityApi.Activity + Query)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("?tz=Mars/Phobos", "tz INVALID_VALUE")]
    [InlineData("?tz=europe/berlin", "tz INVALID_VALUE")]
    [InlineData("?interval=DAY", "interval INVALID_VALUE")]
    [InlineData("?from=yesterday", "from INVALID_FORMAT")]
    [InlineData("?to=2026-02-30", "to INVALID_FORMAT")]
    [InlineData("?from=1999-12-31", "from OUT_OF_RANGE")]
    [InlineData("?to=9999-12-31T23:59:59Z", "to OUT_OF_RANGE")]
    [InlineData("?from=2026-02-02&to=2026-02-01", "from OUT_OF_RANGE")]
    [InlineData("?from=2025-01-01&to=2026-01-02", "from OUT_OF_RANGE")]
    [InlineData("?from=x&tz=y&interval=z", "from INVALID_FORMAT,interval INVALID_VALUE,tz INVALID_VALUE")]
    [InlineData("?since=2026-02-01", "since UNKNOWN_FIELD")]
    public async Task What_makes_no_sense_is_named(string query, string faults) =>
        string.Join(',', (await api.SendAsync(ApiFixture.Viewer, "GET", ActivityApi.Activity + query)).Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Order()).Should().Be(faults);

    private static long Total(Answer answer, string name) => answer.Body.At($"data.attributes.{name}").GetInt64();

    private static IReadOnlyList<JsonElement> Buckets(Answer answer) => [.. answer.Body.At("data.attributes.buckets").EnumerateArray()];

    private static JsonElement? Member(Answer answer, string id) =>
        answer.Body.At("data.attributes.members").EnumerateArray().Where(member => member.Text("userId") == id).Cast<JsonElement?>().SingleOrDefault();

    private async Task<string> DaysAsync(string query) =>
        string.Join(' ', Buckets(await api.ReadAsync(ApiFixture.OtherAdmin, query)).Select(bucket => $"{bucket.Text("date")}:{bucket.At("signIns")}"));
}
