using CleanApi.Application.Posts;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;
using Mapster;

namespace CleanApi.WebApi.Posts;

/// <summary>Maps the response to the resource.</summary>
internal sealed class PostResourceMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<PostResponse, PostAttributes>();
        config.NewConfig<PostResponse, PostRelationships>()
            .MapWith(post => new PostRelationships(
                new Relationship<UserId, UserAttributes>(post.AuthorId, UserResource.TypeName, null),
                new Relationship<OrganizationId, OrganizationSummary>(post.OrganizationId, OrganizationResource.TypeName, null)));
        config.NewConfig<PostResponse, PostResource>()
            .Map(resource => resource.Type, _ => PostResource.TypeName)
            .Map(resource => resource.Attributes, post => post)
            .Map(resource => resource.Relationships, post => post);
    }
}
