using CleanApi.Application.Common.Paging;
using CleanApi.Application.Posts;
using CleanApi.Application.UnitTests.Paging;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Posts;

public sealed class ListUserPostsTests
{
    private static readonly UserId Other = TypeId.New<UserId>(Clock.Now);

    private static readonly ListUserPosts Query = new ListUserPosts().Of(TestCaller.Self);

    private readonly List<Post> mine = Writings.Many(TestCaller.Self, 23);

    private readonly List<Post> all;

    public ListUserPostsTests()
    {
        TheApplication.Configure();
        all = [.. mine, .. Writings.Many(Other, 9)];
    }

    [Theory]
    [InlineData("asc", 7)]
    [InlineData("desc", 7)]
    [InlineData("desc", 23)]
    [Trait("Requirement", "R28")]
    public void A_page_has_the_user_s_own_posts_in_order_and_counts_all_of_them(string orderDir, int limit)
    {
        var page = MemoryTable.Read(all, new ListUserPostsSpec(Query with { OrderDir = orderDir, Limit = limit }, null));
        var oldestFirst = mine.OrderBy(post => post.CreatedAt).Select(post => post.Id);
        page.Items.Select(post => post.Id).Should().Equal((orderDir == "asc" ? oldestFirst : oldestFirst.Reverse()).Take(limit));
        (page.Total, page.HasMore).Should().Be((23L, limit < 23));
    }

    [Theory]
    [InlineData(UserRole.Viewer, 0)]
    [InlineData(UserRole.Member, 23)]
    [InlineData(UserRole.Admin, 32)]
    public void A_draft_is_in_the_list_of_its_author_and_of_administrators(UserRole reader, int expected) =>
        MemoryTable.Read(all, new ListPostsSpec(new ListPosts(), new PostReach(new TestCaller(reader)).ToCondition())).Total.Should().Be(expected);

    [Fact]
    public void A_cursor_belongs_to_one_user_s_list()
    {
        var cursor = new Cursor("0", Guid.Empty).Encode(Query);
        FluentActions.Invoking(() => new PageSpecification<Post, PostResponse>(Query with { Cursor = cursor })).Should().NotThrow();
        FluentActions.Invoking(() => new PageSpecification<Post, PostResponse>(Query.Of(Other) with { Cursor = cursor })).Should().Throw<ValidationError>()
            .Which.Details.Should().ContainSingle(detail => detail.Code == FieldCodes.InvalidCursor);
    }

    [Fact]
    [Trait("Requirement", "R18")]
    public void A_list_is_not_tracked() => new PageSpecification<Post, PostResponse>(Query).AsNoTracking.Should().BeTrue();

    [Theory]
    [InlineData("createdAt", null)]
    [InlineData("updatedAt", null)]
    [InlineData("title", "orderBy INVALID_VALUE")]
    [InlineData("name", "orderBy INVALID_VALUE")]
    public async Task Posts_can_be_ordered_only_by_time(string orderBy, string? error) =>
        (await Shape.Errors<ListUserPosts, Page<PostResponse>>(Query with { OrderBy = orderBy }, new ListUserPostsValidator())).Should().Equal(error is null ? [] : [error]);

    [Fact]
    public void The_defaults_are_20_items_newest_first_with_the_total()
    {
        var query = new ListUserPosts();
        (query.Limit, query.OrderBy, query.OrderDir, query.Total).Should().Be((20, "createdAt", "desc", true));
    }
}
