//! Starts the room `desk` in its document: work with cases.

use anju_frontend::{rooms::desk, route::Room, run};

fn main() {
    run(Room::Desk, desk::page);
}
