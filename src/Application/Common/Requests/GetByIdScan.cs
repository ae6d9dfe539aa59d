using System.Reflection;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanApi.Application.Common.Requests;

/// <summary>Registers the handler of every <see cref="IGetById{TId,TResponse}"/> that has none of its own.</summary>
internal static class GetByIdScan
{
    private const string Id = "Id";

    /// <summary>Adds them. After the assembly's handlers. What a <c>PostId</c> identifies is the <c>Post</c> beside it.</summary>
    public static void AddReadsById(this IServiceCollection services, Assembly assembly)
    {
        foreach (var query in assembly.GetTypes().Where(type => !type.IsAbstract))
        {
            if (Array.Find(query.GetInterfaces(), one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IGetById<,>))?.GetGenericArguments() is [var id, var response])
            {
                var entity = id.Assembly.GetType(id.FullName![..^Id.Length], throwOnError: true)!;
                services.TryAddTransient(
                    typeof(IRequestHandler<,>).MakeGenericType(query, response), typeof(GetByIdHandler<,,,>).MakeGenericType(query, entity, id, response));
            }
        }
    }
}
