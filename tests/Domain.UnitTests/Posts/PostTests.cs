using System.Reflection;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Posts;

public sealed class PostTests
{
    private static readonly DateTimeOffset Now = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly OrganizationId Organization = TypeId.New<OrganizationId>(Now);

    private static readonly UserId Author = TypeId.New<UserId>(Now);

    private readonly Post post = Post.Create(Organization, Author, "Title", "Body", Now);

    [Fact]
    [Trait("Requirement", "R234")]
    public void A_created_post_has_its_author_time_and_content()
    {
        (post.OrganizationId, post.AuthorId, post.Title, post.Body).Should().Be((Organization, Author, "Title", "Body"));
        (post.CreatedAt, post.UpdatedAt, post.DeletedAt, post.Version).Should().Be((Now, Now, null, 1L));
    }

    [Fact]
    public void An_id_is_new_and_sorts_by_time()
    {
        var later = Post.Create(Organization, Author, "Title", "Body", Now.AddMilliseconds(1));
        string.CompareOrdinal(later.PublicId, post.PublicId).Should().BePositive();
        post.PublicId.Should().StartWith("post_");
    }

    [Fact]
    public void Creation_raises_an_event_without_the_body()
    {
        post.Events.Should().Equal(new PostCreated(post.Id, Organization, Author, "Title"));
        typeof(PostCreated).GetProperties().Select(property => property.Name).Should().Equal("PostId", "OrganizationId", "AuthorId", "Title");
    }

    [Fact]
    public void Properties_of_a_post_have_no_public_setter() =>
        typeof(Post).GetProperties().Where(property => property.GetSetMethod() is not null).Should().BeEmpty();

    [Fact]
    public void A_new_post_is_a_draft() => post.Status.Should().Be(PostStatus.Draft);

    [Theory]
    [InlineData("", "publish", "PUBLISHED post.published.v1")]
    [InlineData("", "archive", "ARCHIVED post.archived.v1")]
    [InlineData("publish", "publish", "PUBLISHED ")]
    [InlineData("publish", "archive", "ARCHIVED post.archived.v1")]
    [InlineData("archive", "archive", "ARCHIVED ")]
    [InlineData("archive", "publish", "PUBLISHED post.published.v1")]
    public void A_step_changes_the_status_once_and_says_so(string before, string step, string expected)
    {
        Take(before);
        post.ClearDomainEvents();
        var version = post.Version;

        var isChanged = Take(step);

        var raised = post.Events.Select(one => one.GetType().GetCustomAttribute<EventNameAttribute>()!.Name).ToList();
        $"{post.Status.ToString().ToUpperInvariant()} {string.Join(' ', raised)}".Should().Be(expected);
        (isChanged, post.Version - version).Should().Be((raised.Count == 1, raised.Count));
    }

    [Fact]
    public void An_edit_changes_title_and_body_and_one_that_changes_nothing_is_none()
    {
        post.ClearDomainEvents();
        post.Edit(" Next ", "e\u0301", Now.AddSeconds(1));
        (post.Title, post.Body, post.UpdatedAt, post.Version).Should().Be(("Next", "\u00e9", Now.AddSeconds(1), 2L));
        post.Events.Should().Equal(new PostUpdated(post.Id, Organization, Author, "Next"));

        post.Edit("Next", "\u00e9", Now.AddSeconds(2));
        (post.UpdatedAt, post.Version).Should().Be((Now.AddSeconds(1), 2L));
    }

    [Fact]
    public void An_archived_post_is_read_only_until_it_is_published_again()
    {
        post.Archive(Now);
        FluentActions.Invoking(() => post.Edit("Next", "Body", Now)).Should().Throw<ConflictError>().Which.Details.Should().ContainSingle(one => one.Code == "POST_ARCHIVED");
        post.Edit("Title", "Body", Now);
        post.Publish(Now);
        post.Edit("Next", null, Now);
        (post.Title, post.Body).Should().Be(("Next", ""));
    }

    [Theory]
    [InlineData(" ", "Body", "title BLANK")]
    [InlineData("Title", "nul\0", "body INVALID_FORMAT")]
    public void An_edit_keeps_the_rules_of_the_fields(string title, string body, string error) =>
        FluentActions.Invoking(() => post.Edit(title, body, Now)).Should().Throw<ValidationError>()
            .Which.Details.Select(one => $"{one.Field} {one.Code}").Should().Equal(error);

    [Fact]
    public void A_post_is_deleted_in_every_status()
    {
        post.Delete(Now.AddSeconds(1));
        post.DeletedAt.Should().Be(Now.AddSeconds(1));
        post.Events.Should().EndWith(new PostDeleted(post.Id, Organization, Author));
    }

    private bool Take(string step) => step switch
    {
        "publish" => post.Publish(Now.AddSeconds(1)),
        "archive" => post.Archive(Now.AddSeconds(1)),
        _ => false,
    };
}
