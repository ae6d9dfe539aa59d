using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Posts;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
using Mapster;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Posts;

public sealed class ListUserPostsHandlerTests
{
    private static readonly ListUserPosts Query = new ListUserPosts().Of(TestCaller.Self);

    private readonly IReadRepository<Post> posts = Substitute.For<IReadRepository<Post>>();

    private readonly IUserDirectory users = Substitute.For<IUserDirectory>();

    public ListUserPostsHandlerTests() => TheApplication.Configure();

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task A_page_with_posts_looks_up_no_user()
    {
        var page = PageOf(Writings.By(TestCaller.Self));
        (await List(page)).Items.Should().BeSameAs(page.Items);
        users.ReceivedCalls().Should().BeEmpty();
    }

    [Fact]
    public async Task A_user_without_posts_has_an_empty_list()
    {
        users.ExistsAsync(TestCaller.Self, Arg.Any<CancellationToken>()).Returns(true);
        (await List(PageOf())).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task The_list_of_an_unknown_user_is_not_found()
    {
        users.ExistsAsync(TestCaller.Self, Arg.Any<CancellationToken>()).Returns(false);
        var expected = NotFoundError.Of(TestCaller.Self);
        var error = (await FluentActions.Awaiting(() => List(PageOf())).Should().ThrowAsync<NotFoundError>()).Which;
        error.Message.Should().Be(expected.Message);
        error.Details.Should().Equal(expected.Details);
    }

    private static Page<PostResponse> PageOf(params Post[] found) =>
        new([.. found.Select(post => post.Adapt<PostResponse>())], Query.Limit, HasMore: false, NextCursor: null, Total: found.Length, Number: null);

    private Task<Page<PostResponse>> List(Page<PostResponse> page)
    {
        posts.PageAsync(Arg.Any<PageSpecification<Post, PostResponse>>(), Arg.Any<CancellationToken>()).Returns(page);
        var caller = new TestCaller(UserRole.Viewer);
        return new ListUserPostsHandler(posts, users, new PostReach(caller), new PostAuthors(users, caller)).Handle(Query, CancellationToken.None);
    }
}
