namespace CleanApi.WebApi.Events;

/// <summary>What a connection follows at a time. Safe for concurrent calls.</summary>
/// <param name="most">How many calls at most.</param>
internal sealed class HubFollows(int most)
{
    private int count;

    /// <summary>Takes a place, which is disposed of when the call ends; null: there is none.</summary>
    public IDisposable? Enter()
    {
        if (Interlocked.Increment(ref count) <= most)
        {
            return new Place(this);
        }

        Interlocked.Decrement(ref count);
        return null;
    }

    private sealed class Place(HubFollows follows) : IDisposable
    {
        private int isDisposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isDisposed, 1) == 0)
            {
                Interlocked.Decrement(ref follows.count);
            }
        }
    }
}
