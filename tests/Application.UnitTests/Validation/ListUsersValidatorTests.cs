using CleanApi.Application.Common.Paging;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Validation;

public sealed class ListUsersValidatorTests
{
    public static TheoryData<string, string?> Queries() => new()
    {
        { "", null },
        { "limit=1", null },
        { "limit=100", null },
        { "limit=0", "limit OUT_OF_RANGE" },
        { "limit=101", "limit OUT_OF_RANGE" },
        { "limit=-1", "limit OUT_OF_RANGE" },
        { "page=1", null },
        { "page=1000", null },
        { "page=0", "page OUT_OF_RANGE" },
        { "page=1001", "page OUT_OF_RANGE" },
        { "page=1&cursor=x", "page CONFLICT,cursor INVALID_CURSOR" },
        { "cursor=x", "cursor INVALID_CURSOR" },
        { "orderBy=name", null },
        { "orderBy=email", null },
        { "orderBy=createdAt", null },
        { "orderBy=Name", "orderBy INVALID_VALUE" },
        { "orderBy=password", "orderBy INVALID_VALUE" },
        { "orderBy=", "orderBy INVALID_VALUE" },
        { "orderDir=asc", null },
        { "orderDir=DESC", "orderDir INVALID_VALUE" },
        { "include=organization", null },
        { "include=posts", "include INVALID_VALUE" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    [Trait("Requirement", "R168")]
    [Trait("Requirement", "R169")]
    [Trait("Requirement", "R170")]
    [Trait("Requirement", "R228")]
    public async Task A_list_has_bounds_and_an_order_of_its_own(string query, string? error) =>
        (await Errors(Parse(query))).Should().Equal(error?.Split(',') ?? []);

    [Fact]
    [Trait("Requirement", "R168")]
    [Trait("Requirement", "R170")]
    public void The_defaults_are_20_items_newest_first_with_the_total()
    {
        var query = new ListUsers();
        (query.Limit, query.OrderBy, query.OrderDir, query.Total, query.Page, query.Cursor).Should().Be((20, "createdAt", "desc", true, null, null));
    }

    [Fact]
    [Trait("Requirement", "R174")]
    public async Task A_search_has_100_characters_at_most()
    {
        (await Errors(new ListUsers { Search = string.Concat(Enumerable.Repeat("😀", 100)) })).Should().BeEmpty();
        (await Errors(new ListUsers { Search = new string('a', 101) })).Should().Equal("search TOO_LONG");
    }

    [Fact]
    [Trait("Requirement", "R177")]
    public async Task Filters_are_values_that_there_are() =>
        (await Errors(new ListUsers { Role = (UserRole)3, Status = (UserStatus)7 })).Should().Equal("role INVALID_VALUE", "status INVALID_VALUE");

    [Fact]
    [Trait("Requirement", "R167")]
    public async Task A_wrong_list_has_invalid_query_parameters() =>
        (await Shape.Check<ListUsers, Page<UserResponse>>(new ListUsers { Limit = 0 }, new ListUsersValidator()))!.Message.Should().Be("Invalid query parameters");

    private static Task<string[]> Errors(ListUsers query) => Shape.Errors<ListUsers, Page<UserResponse>>(query, new ListUsersValidator());

    private static ListUsers Parse(string query) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).Aggregate(new ListUsers(), (list, part) => part[0] switch
        {
            "limit" => list with { Limit = int.Parse(part[1]) },
            "page" => list with { Page = int.Parse(part[1]) },
            "cursor" => list with { Cursor = part[1] },
            "orderBy" => list with { OrderBy = part[1] },
            "orderDir" => list with { OrderDir = part[1] },
            _ => list with { Include = part[1] },
        });
}
