using CleanApi.Application.Common.Paging;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Paging;

public sealed class PageSpecificationTests
{
    private readonly List<User> crowd = People.Crowd(57);

    public PageSpecificationTests() => TheApplication.Configure();

    public static TheoryData<string, string, int> Orders()
    {
        var data = new TheoryData<string, string, int>();
        foreach (var orderBy in new[] { "createdAt", "name", "email" })
        {
            foreach (var limit in new[] { 1, 7, 57, 100 })
            {
                data.Add(orderBy, "asc", limit);
                data.Add(orderBy, "desc", limit);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Orders))]
    [Trait("Requirement", "R150")]
    public void Cursors_lead_to_every_user_once_and_in_order(string orderBy, string orderDir, int limit)
    {
        var query = new ListUsers { OrderBy = orderBy, OrderDir = orderDir, Limit = limit };
        List<UserResponse> seen = [];
        Page<UserResponse> page;
        do
        {
            page = MemoryTable.Read(crowd, new PageSpecification<User, UserResponse>(query));
            page.Items.Should().HaveCountLessThanOrEqualTo(limit);
            seen.AddRange(page.Items);
            query = query with { Cursor = page.NextCursor };
            page.HasMore.Should().Be(page.NextCursor is not null);
        }
        while (page.HasMore);

        seen.Select(user => user.Id).Should().Equal(Sorted(orderBy, orderDir));
    }

    [Theory]
    [InlineData(1, 20, true)]
    [InlineData(3, 17, false)]
    [InlineData(4, 0, false)]
    [Trait("Requirement", "R45")]
    public void A_numbered_page_has_its_part_and_no_cursor(int number, int count, bool hasMore)
    {
        var page = MemoryTable.Read(crowd, new PageSpecification<User, UserResponse>(new ListUsers { Page = number }));
        (page.Items.Count, page.HasMore, page.NextCursor, page.Total, page.TotalPages, page.Number).Should().Be((count, hasMore, null, 57L, 3L, number));
    }

    [Theory]
    [InlineData(142, 20, 8)]
    [InlineData(140, 20, 7)]
    [InlineData(1, 100, 1)]
    [InlineData(0, 20, 0)]
    [Trait("Requirement", "R45")]
    public void The_last_page_may_be_short(long total, int perPage, long pages) =>
        new Page<int>([], perPage, false, null, total, 1).TotalPages.Should().Be(pages);

    [Fact]
    public void Without_a_total_there_is_neither_total_nor_number_of_pages()
    {
        var page = MemoryTable.Read(crowd, new PageSpecification<User, UserResponse>(new ListUsers { Total = false }));
        (page.Total, page.TotalPages).Should().Be((null, null));
    }

    [Fact]
    [Trait("Requirement", "R187")]
    public void Filters_decide_items_and_total_alike()
    {
        crowd[0].Deactivate(TestCaller.Self, 1, Clock.Now);
        var admins = MemoryTable.Read(crowd, new PageSpecification<User, UserResponse>(new ListUsers { Role = UserRole.Admin, Limit = 5 }));
        (admins.Total, admins.Items.Count).Should().Be((19L, 5));
        MemoryTable.Read(crowd, new PageSpecification<User, UserResponse>(new ListUsers { Status = UserStatus.Deactivated })).Items.Should().ContainSingle(user => user.Id == crowd[0].Id);
        MemoryTable.Read(crowd, new PageSpecification<User, UserResponse>(new ListUsers { OrganizationId = new OrganizationId(Guid.NewGuid()) })).Total.Should().Be(0);
        MemoryTable.Read(crowd, new PageSpecification<User, UserResponse>(new ListUsers { OrganizationId = TestCaller.Organization })).Total.Should().Be(57);
    }

    [Fact]
    public void A_cursor_does_not_narrow_the_total()
    {
        var first = MemoryTable.Read(crowd, new PageSpecification<User, UserResponse>(new ListUsers()));
        MemoryTable.Read(crowd, new PageSpecification<User, UserResponse>(new ListUsers { Cursor = first.NextCursor })).Total.Should().Be(57);
    }

    [Fact]
    [Trait("Requirement", "R174")]
    public void A_search_is_a_filter_and_an_empty_one_is_none()
    {
        new PageSpecification<User, UserResponse>(new ListUsers { Search = " \n" }).Matching.WhereExpressions.Should().BeEmpty();
        new PageSpecification<User, UserResponse>(new ListUsers { Search = "%" }).Matching.WhereExpressions.Should().ContainSingle();
        new PageSpecification<User, UserResponse>(new ListUsers { Search = "ADA" }).Matching.WhereExpressions.Should().ContainSingle();
    }

    [Theory]
    [InlineData("createdAt", "not a time")]
    [InlineData("createdAt", "-1")]
    [InlineData("createdAt", "9999999999999999999")]
    [InlineData("createdAt", "3155378976000000000")]
    [InlineData("email", "not an address")]
    [InlineData("name", "nul \0")]
    public void A_well_formed_cursor_with_a_value_of_another_kind_is_refused(string orderBy, string value)
    {
        var query = new ListUsers { OrderBy = orderBy };
        query = query with { Cursor = new Cursor(value, Guid.Empty).Encode(query) };
        FluentActions.Invoking(() => new PageSpecification<User, UserResponse>(query)).Should().Throw<ValidationError>().Which.Details.Should().ContainSingle(d => d.Code == FieldCodes.InvalidCursor);
    }

    private IEnumerable<UserId> Sorted(string orderBy, string orderDir)
    {
        Func<User, object?> key = orderBy switch { "name" => user => user.Name, "email" => user => user.Email, _ => user => user.CreatedAt };
        var ascending = crowd.OrderBy(key, MemoryComparer.Instance).ThenBy(user => user.Id, MemoryComparer.Instance).Select(user => user.Id);
        return orderDir == "asc" ? ascending : ascending.Reverse();
    }
}
