using CleanApi.Domain.Posts;
using Mapster;

namespace CleanApi.Application.Posts;

/// <summary>Aggregate to response.</summary>
internal sealed class PostMapping : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<Post, PostResponse>();
}
