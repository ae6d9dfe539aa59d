using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

/// <summary>Somebody who sends requests all the time, several at once, until they are refused with 401.</summary>
internal sealed class BusyCaller : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Func<int, Task<Answer>> send;
    private Task<HttpStatusCode[]> loops = Task.FromResult<HttpStatusCode[]>([]);

    private BusyCaller(Func<int, Task<Answer>> send) => this.send = send;

    /// <summary>Starts, and returns when every loop has had an answer.</summary>
    public static async Task<BusyCaller> StartAsync(int count, Func<int, Task<Answer>> send)
    {
        var caller = new BusyCaller(send);
        var begun = Enumerable.Range(0, count).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
        caller.loops = Task.WhenAll(begun.Select(caller.LoopAsync));
        await Task.WhenAny(caller.loops, Task.WhenAll(begun.Select(one => one.Task)));
        return caller;
    }

    /// <summary>Waits until every loop was refused; the last statuses.</summary>
    public Task<HttpStatusCode[]> EndAsync() => loops.WaitAsync(TimeSpan.FromSeconds(30));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await loops;
        stop.Dispose();
    }

    private async Task<HttpStatusCode> LoopAsync(TaskCompletionSource begun)
    {
        for (var number = 0; ; number++)
        {
            var status = (await send(number)).Status;
            begun.TrySetResult();
            if (status == HttpStatusCode.Unauthorized || stop.IsCancellationRequested)
            {
                return status;
            }
        }
    }
}
