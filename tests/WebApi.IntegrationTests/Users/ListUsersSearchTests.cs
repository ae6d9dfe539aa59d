using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class ListUsersSearchTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Theory]
    [InlineData("Jürgen Größe", "jürgen")]
    [InlineData("Jürgen Größe", "JÜRGEN")]
    [InlineData("Jürgen Größe", "GEN GRÖ")]
    [InlineData("Åsa ÖBERG", "åsa ö")]
    [InlineData("Åsa ÖBERG", "öberg")]
    [InlineData("Николай Гоголь", "ГОГОЛЬ")]
    [InlineData("Ελένη Νικολάου", "ΕΛΈΝΗ")]
    [InlineData("Łukasz Żak", "ŁUKASZ ŻAK")]
    [InlineData("山田 太郎", "太郎")]
    [InlineData("Ada 😀 Lovelace", "😀")]
    [InlineData("ΟΔΥΣΣΕΥΣ", "ΟΔΥΣ")]
    [InlineData("ẞtraße", "ẞTRA")]
    [InlineData("Hauptstraße", "HAUPTSTRASSE")]
    [InlineData("HAUPTSTRASSE", "straße")]
    [InlineData("Zo\u00eb Novak", "Zoe\u0308")]
    [InlineData("Zoe\u0308 Svensson", "ZO\u00cb S")]
    [InlineData("İSTANBUL", "İSTANBUL")]
    [InlineData("İzmir", "izmir")]
    [InlineData("IŞIK Kaya", "ışık")]
    [InlineData("ΟΔΥΣΣΕΥΣ ΕΛΥΤΗΣ", "ΟΔΥΣΣΕΥΣ")]
    [InlineData("ΟΔΥΣΣΕΥΣ ΣΕΦΕΡΗΣ", "οδυσσευς")]
    [InlineData("Οδυσσεύς Ανδρούτσος", "ΟΔΥΣΣΕΎΣ")]
    [InlineData("ﬁnn Ｗｉｄｅ", "FINN WIDE")]
    [InlineData("김철수", "\u1100\u1175\u11b7")]
    [Trait("Requirement", "R148")]
    [Trait("Requirement", "R241")]
    public async Task A_name_is_found_by_any_part_of_it_in_any_case(string name, string search)
    {
        var person = await api.InviteAsync(name: name);
        (await FindAsync(search)).Should().Contain(person.Id);
        (await FindAsync($"  {search} ")).Should().Contain(person.Id);
        (await FindAsync(search + "x")).Should().NotContain(person.Id);
    }

    [Fact]
    [Trait("Requirement", "R148")]
    public async Task An_address_is_found_by_any_part_of_it_in_any_case()
    {
        var person = await api.InviteAsync(name: "Nothing of the address");
        foreach (var search in new[] { person.Email, person.Email.ToUpperInvariant(), person.Email[3..20], person.Email[1..] })
        {
            (await FindAsync(search)).Should().Equal(person.Id);
        }
    }

    [Fact]
    [Trait("Requirement", "R148")]
    public async Task Name_or_address_is_enough_and_the_end_of_one_is_not_the_beginning_of_the_other()
    {
        var byName = await api.InviteAsync(name: "Contains needlework");
        var byEmail = await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email = $"needlework{Guid.NewGuid():N}@acme.test", name = "Ends" });
        (await FindAsync("NEEDLEWORK")).Should().BeEquivalentTo(byName.Id, byEmail.Expect(HttpStatusCode.Created).Text("data.id"));
        foreach (var across in new[] { "Ends needlework", "Endsneedlework" })
        {
            (await FindAsync(across)).Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData("  ")]
    [InlineData("")]
    [Trait("Requirement", "R174")]
    public async Task Where_nothing_is_left_to_look_for_everybody_is_found(string search)
    {
        var all = (await api.GetAsync(ApiFixture.Member, UsersApi.Path)).Body.At("meta.total").GetInt64();
        (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?search={Uri.EscapeDataString(search)}")).Body.At("meta.total").GetInt64().Should().Be(all);
    }

    // The requirement has wildcards removed; so no name with one would be found by it. They mean nothing either way (ADR 0044).
    [Theory]
    [InlineData("wild%card", "wildcard")]
    [InlineData("wild_card", "wildXcard")]
    [InlineData("wild\\card", "wildcard")]
    [InlineData("w\\%card", "w\\XXcard")]
    [InlineData("WILD％CARD", "wild card")]
    [Trait("Requirement", "R174")]
    [Trait("Requirement", "R241")]
    public async Task What_means_something_in_a_pattern_is_itself(string search, string other)
    {
        var (match, no) = (await api.InviteAsync(name: $"A {search} to find"), await api.InviteAsync(name: $"A {other} to find"));
        (await FindAsync(search)).Should().Contain(match.Id).And.NotContain(no.Id);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [Trait("Requirement", "R174")]
    [Trait("Requirement", "R241")]
    public async Task A_single_wildcard_finds_the_names_that_have_it(string search)
    {
        var (match, no) = (await api.InviteAsync(name: $"Has a {search} in it"), await api.InviteAsync(name: "Has none in it"));
        (await FindAsync(search)).Should().Contain(match.Id).And.NotContain(no.Id);
    }

    [Theory]
    [InlineData("'; drop table users.users; --")]
    [InlineData("' or '1'='1")]
    [InlineData("$1")]
    [InlineData("[a-z]*")]
    [InlineData("(.*)")]
    [Trait("Requirement", "R156")]
    public async Task What_means_something_in_SQL_is_text(string search)
    {
        (await FindAsync(search)).Should().BeEmpty();
        var person = await api.InviteAsync(name: $"Has {search}");
        (await FindAsync(search)).Should().Equal(person.Id);
        (await api.SendAsync(ApiFixture.Admin, "DELETE", person.Path)).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    [Trait("Requirement", "R174")]
    public async Task A_search_has_at_most_100_characters_as_people_count_them()
    {
        foreach (var character in new[] { "s", "%", "😀" })
        {
            var longest = string.Concat(Enumerable.Repeat(character, 100));
            (await api.SendAsync(ApiFixture.Member, "GET", $"{UsersApi.Path}?search={Uri.EscapeDataString(longest)}")).Expect(HttpStatusCode.OK);
            var answer = await api.SendAsync(ApiFixture.Member, "GET", $"{UsersApi.Path}?search={Uri.EscapeDataString(longest + character)}");
            answer.ExpectError(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "Invalid query parameters");
            var detail = answer.Body.At("error.details.0");
            (detail.Text("field"), detail.Text("code"), detail.Text("message")).Should().Be(("search", "TOO_LONG", "Must have at most 100 characters"));
        }
    }

    [Fact]
    [Trait("Requirement", "R231")]
    public async Task A_new_name_is_found_at_once_and_the_old_one_no_more()
    {
        var person = await api.InviteAsync(name: "Oldname Person");
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { name = "Newname Person" })).Expect(HttpStatusCode.OK);
        (await FindAsync("newname")).Should().Equal(person.Id);
        (await FindAsync("oldname")).Should().BeEmpty();
    }

    private async Task<IReadOnlyList<string>> FindAsync(string search) =>
        (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?limit=100&search={Uri.EscapeDataString(search)}")).Ids;
}
