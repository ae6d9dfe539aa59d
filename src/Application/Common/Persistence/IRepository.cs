using Ardalis.Specification;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Persistence;

/// <summary>
/// The aggregates of one type, to be loaded, added and removed. Nothing is written before the transaction behaviour saves.
/// </summary>
/// <typeparam name="T">The aggregate root.</typeparam>
public interface IRepository<T> : IRepositoryBase<T>
    where T : class, IAggregateRoot;
