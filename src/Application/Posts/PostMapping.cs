using CleanApi.Domain.Posts;
using Mapster;

namespace CleanApi.Application.Posts;

/// <summary>Maps the aggregate to its response.</summary>
internal sealed class PostMapping : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<Post, PostResponse>();
}
