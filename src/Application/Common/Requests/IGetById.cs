using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Requests;

/// <summary>Reads one aggregate of the caller's organization by its id, or 404. It needs no handler: the response says what is read.</summary>
/// <typeparam name="TId">The type of the id.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public interface IGetById<out TId, out TResponse> : IQuery<TResponse>
    where TId : struct, ITypeId<TId>
    where TResponse : class
{
    /// <summary>Which one.</summary>
    TId Id { get; }
}
