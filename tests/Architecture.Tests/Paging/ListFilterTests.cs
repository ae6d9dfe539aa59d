using CleanApi.Application.Common.Paging;
using CleanApi.Architecture.Tests.Support;
using CleanApi.Domain.Users;

namespace CleanApi.Architecture.Tests.Paging;

/// <summary>A cursor is bound to every filter of its list.</summary>
public sealed class ListFilterTests
{
    public static TheoryData<Type> Lists => [.. Code.Application.Written().Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IPagedQuery)))];

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_cursor_is_bound_to_every_filter_of_its_list(Type list) => ListFilter.Ignored(list).Should().BeEmpty("IPagedQuery.Filter has to contain it");

    [Fact]
    public void A_filter_that_a_cursor_ignores_is_found()
    {
        ListFilter.Properties(typeof(Sample)).Select(property => property.Name).Should().Equal("Role", "Status", "Author", "Search");
        ListFilter.Ignored(typeof(Sample)).Should().Equal("Sample.Status", "Sample.Search");
    }

    private sealed record Sample : IPagedQuery
    {
        public string? Cursor { get; init; }

        public int? Page { get; init; }

        public int Limit { get; init; }

        public bool Total { get; init; }

        public string OrderBy { get; init; } = "";

        public string OrderDir { get; init; } = "";

        public string? Include { get; init; }

        public UserRole? Role { get; init; }

        public UserStatus? Status { get; init; }

        public UserId Author { get; private init; }

        public string? Search { get; init; }

        public string Filter => $"{Role}|{Author}";
    }
}
