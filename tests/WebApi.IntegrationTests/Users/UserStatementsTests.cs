using System.Text.RegularExpressions;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed partial class UserStatementsTests(UsersApi api) : IClassFixture<UsersApi>
{
    private static readonly string[] Told =
        ["id", "organization_id", "email", "name", "role", "status", "bio", "avatar_url", "created_at", "updated_at", "version"];

    [Theory]
    [InlineData("?limit=1")]
    [InlineData("?limit=50")]
    [InlineData("?limit=100")]
    [InlineData("?limit=100&total=false")]
    [InlineData("?limit=10&page=3")]
    [InlineData("?limit=10&orderBy=name&orderDir=asc")]
    [InlineData("?limit=10&search=demo&role=MEMBER&status=ACTIVE")]
    [Trait("Requirement", "R18")]
    [Trait("Requirement", "R151")]
    [Trait("Requirement", "R155")]
    public async Task A_page_and_its_total_are_one_statement_however_many_users_there_are(string query)
    {
        var sql = (await api.SqlOfAsync(ApiFixture.Member, UsersApi.Path + query)).Should().ContainSingle().Subject;
        Regex.Count(sql, "from users.users", RegexOptions.IgnoreCase).Should().Be(query.Contains("total=false", StringComparison.Ordinal) ? 1 : 2);
    }

    [Fact]
    [Trait("Requirement", "R18")]
    [Trait("Requirement", "R155")]
    public async Task The_next_page_is_one_statement_too()
    {
        var next = (await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?limit=10&orderBy=email")).Text("links.next")!;
        (await api.SqlOfAsync(ApiFixture.Member, next)).Should().ContainSingle();
    }

    [Theory]
    [InlineData("?include=organization&limit=1")]
    [InlineData("?include=organization&limit=100")]
    [Trait("Requirement", "R18")]
    [Trait("Requirement", "R145")]
    [Trait("Requirement", "R155")]
    public async Task The_organization_is_read_once_for_all(string query)
    {
        var sql = await api.SqlOfAsync(ApiFixture.Member, UsersApi.Path + query);
        sql.Should().HaveCount(2);
        Columns(sql[1]).Should().BeEquivalentTo("id", "name", "plan", "require_second_factor", "created_at", "updated_at", "version");
    }

    [Theory]
    [InlineData(UsersApi.Path)]
    [InlineData(UsersApi.Path + "?total=false")]
    [InlineData("/api/v1/me")]
    [InlineData(UsersApi.Path + "/{id}")]
    [Trait("Requirement", "R18")]
    [Trait("Requirement", "R144")]
    [Trait("Requirement", "R223")]
    public async Task A_read_selects_only_the_returned_columns(string path)
    {
        var target = path.Replace("{id}", await api.UserIdAsync(ApiFixture.Viewer), StringComparison.Ordinal);
        var sql = (await api.SqlOfAsync(ApiFixture.Member, target)).Should().ContainSingle().Subject;
        Columns(sql).Should().BeEquivalentTo(Told);
        sql.Should().NotContainAny("password", "hash", "token", "accounts", "select *");
    }

    [Fact]
    [Trait("Requirement", "R156")]
    public async Task What_a_client_sends_is_a_parameter_and_never_part_of_the_statement()
    {
        var organization = (await api.GetAsync(ApiFixture.Member, "/api/v1/organization")).Text("data.id");
        var first = UsersApi.Path + $"?search=needle&role=MEMBER&status=ACTIVE&organizationId={organization}&limit=37&page=1";
        var second = first.Replace("needle", "thread", StringComparison.Ordinal).Replace("MEMBER", "VIEWER", StringComparison.Ordinal)
            .Replace("ACTIVE", "INVITED", StringComparison.Ordinal).Replace("37", "41", StringComparison.Ordinal);
        var (one, other) = (await api.SqlOfAsync(ApiFixture.Member, first), await api.SqlOfAsync(ApiFixture.Member, second));
        one.Select(Text).Should().Equal(other.Select(Text));
        one.Should().ContainSingle().Which.Should().NotContainAny("needle", "MEMBER", "ACTIVE", "37");
    }

    private static string Text(string message) => Duration().Replace(message, "");

    // All that the statement names, conditions included; the tenant's statement stands before it.
    private static IEnumerable<string> Columns(string sql) =>
        ColumnNames().Matches(sql[sql.IndexOf("SELECT ", StringComparison.Ordinal)..]).Select(match => match.Groups["column"].Value)
            .Where(column => column != "deleted_at").Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"duration=\d+ms", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b[a-z]\d?\.(?<column>[a-z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColumnNames();
}
