using CleanApi.Domain.Common;
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
}
