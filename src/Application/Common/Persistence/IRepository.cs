using Ardalis.Specification;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Persistence;

/// <summary>
/// Loads, adds and removes aggregates of one type. The unit of work saves the changes.
/// </summary>
/// <typeparam name="T">The aggregate root.</typeparam>
public interface IRepository<T> : IRepositoryBase<T>
    where T : class, IAggregateRoot;
