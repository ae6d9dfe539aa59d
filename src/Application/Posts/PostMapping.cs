using CleanApi.Domain.Posts;
using Mapster;

namespace CleanApi.Application.Posts;

/// <summary>Maps the aggregate to its response. The author is another module's, and is added where it is asked for.</summary>
internal sealed class PostMapping : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<Post, PostResponse>().MapToConstructor(true).Ignore(response => response.Author!);
}
