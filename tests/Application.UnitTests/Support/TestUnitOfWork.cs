using System.Data;
using CleanApi.Application.Common.Persistence;

namespace CleanApi.Application.UnitTests.Support;

/// <summary>Runs the work, and logs where it begins and where it would be committed.</summary>
/// <param name="log">What is logged to.</param>
internal sealed class TestUnitOfWork(List<string> log) : IUnitOfWork
{
    public async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> work, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        log.Add($"begin {isolation}");
        var result = await work(cancellationToken);
        log.Add("commit");
        return result;
    }

    public Task SaveAsync(CancellationToken cancellationToken)
    {
        log.Add("save");
        return Task.CompletedTask;
    }

    public async Task<T> InsertAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        log.Add("insert");
        var result = await work(cancellationToken);
        log.Add("commit");
        return result;
    }
}
