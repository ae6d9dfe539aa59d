using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Posts;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Posts;

public sealed class CreateUserPostHandlerTests
{
    private static readonly UserId Other = TypeId.New<UserId>(Clock.Now);

    private readonly IRepository<Post> posts = Substitute.For<IRepository<Post>>();

    private readonly IUserDirectory users = Substitute.For<IUserDirectory>();

    private readonly IAuditTrail audit = Substitute.For<IAuditTrail>();

    private Post? added;

    public CreateUserPostHandlerTests()
    {
        TheApplication.Configure();
        posts.AddAsync(Arg.Do<Post>(post => added = post), Arg.Any<CancellationToken>()).Returns(call => call.Arg<Post>());
    }

    [Theory]
    [InlineData(UserRole.Member)]
    [InlineData(UserRole.Admin)]
    [Trait("Requirement", "R29")]
    public async Task A_post_of_the_caller_looks_up_no_user(UserRole role)
    {
        var response = await Create(role, TestCaller.Self, " Title ", " Body ");
        (added!.OrganizationId, added.AuthorId, added.Title, added.Body, added.CreatedAt).Should().Be(
            (TestCaller.Organization, TestCaller.Self, "Title", " Body ", Clock.Now));
        (response.Id, response.AuthorId, response.Title, response.Version).Should().Be((added.Id, TestCaller.Self, "Title", 1L));
        users.ReceivedCalls().Should().BeEmpty();
        audit.Received(1).Record(added);
    }

    [Fact]
    public async Task An_omitted_body_is_empty()
    {
        await Create(UserRole.Member, TestCaller.Self, "Title", null);
        added!.Body.Should().BeEmpty();
    }

    [Fact]
    public async Task An_administrator_creates_a_post_for_a_user_who_exists()
    {
        users.ExistsAsync(Other, Arg.Any<CancellationToken>()).Returns(true);
        (await Create(UserRole.Admin, Other)).AuthorId.Should().Be(Other);
    }

    [Fact]
    public async Task A_post_for_an_unknown_user_is_not_created()
    {
        users.ExistsAsync(Other, Arg.Any<CancellationToken>()).Returns(false);
        await FluentActions.Awaiting(() => Create(UserRole.Admin, Other)).Should().ThrowAsync<NotFoundError>();
        added.Should().BeNull();
    }

    private Task<PostResponse> Create(UserRole role, UserId author, string title = "Title", string? body = "Body")
    {
        var caller = new TestCaller(role);
        var writer = new PostWriter(posts, new PostReach(caller), audit, caller, Clock.Instance);
        return new CreateUserPostHandler(writer, users, caller).Handle(new CreateUserPost(title, body) { AuthorId = author }, CancellationToken.None);
    }
}
